import { type CampaignDocument, templateOf } from './campaigns.repository.ts';
import { type CompiledTemplate, compileTemplate } from './template.ts';

/**
 * A campaign's texts by variant (null: its own), each compiled once, when it is first asked for.
 * @throws TemplateSyntaxError when asked for one that cannot be read
 */
export function compiledTexts(campaign: CampaignDocument): (variant: string | null) => CompiledTemplate {
  const compiled = new Map<string | null, CompiledTemplate>();
  return (variant) => {
    const known = compiled.get(variant) ?? compileTemplate(templateOf(campaign, variant), campaign.channel);
    compiled.set(variant, known);
    return known;
  };
}
