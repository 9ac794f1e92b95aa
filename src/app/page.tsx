export default function Page() {
  return <p>NexusFlow</p>;
}
