# A vendor in one file: takes messages over HTTP, "delivers" them, and posts signed receipts. Python 3.11, nothing to install.
# RECEIPT_SECRET=whsec_… python3 examples/vendor.py
import base64, hashlib, hmac, json, os, threading, time, urllib.request, uuid
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

secret = base64.b64decode(os.environ.get("RECEIPT_SECRET", "").removeprefix("whsec_"))
accepted = {}  # Idempotency-Key → our own id. Keep it for at least a week.
lock = threading.Lock()


def post_receipt(message, vendor_message_id):
    now = datetime.now(timezone.utc).isoformat()
    body = json.dumps({"messageId": message["messageId"], "vendorMessageId": vendor_message_id,
                       "status": "DELIVERED", "timestamp": now}).encode()
    receipt = f"msg_{uuid.uuid4()}"  # The same for every try of this receipt.
    for tries in range(12):
        timestamp = str(int(time.time()))
        signed = f"{receipt}.{timestamp}.".encode() + body
        signature = base64.b64encode(hmac.digest(secret, signed, hashlib.sha256)).decode()
        headers = {"content-type": "application/json", "webhook-id": receipt,
                   "webhook-timestamp": timestamp, "webhook-signature": f"v1,{signature}"}
        try:
            return urllib.request.urlopen(urllib.request.Request(message["callbackUrl"], body, headers), timeout=15)
        except OSError:  # No answer, or one that is not 2xx.
            time.sleep(2**tries)


class Vendor(BaseHTTPRequestHandler):
    def do_POST(self):
        message = json.loads(self.rfile.read(int(self.headers["content-length"])))
        with lock:
            known = accepted.get(self.headers["idempotency-key"])
            vendor_message_id = accepted.setdefault(self.headers["idempotency-key"], f"py-{uuid.uuid4()}")
        self.send_response(202)
        self.send_header("content-type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps({"id": vendor_message_id}).encode())
        if known is None:  # Asked twice, delivered once.
            threading.Thread(target=post_receipt, args=(message, vendor_message_id)).start()


ThreadingHTTPServer.request_queue_size = 128  # Requests come many at a time.
server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", 4000))), Vendor)
print("ready", flush=True)
server.serve_forever()
