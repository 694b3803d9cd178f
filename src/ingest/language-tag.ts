/** The BCP 47 tag a feed gives, spelt with hyphens; undefined for what is no tag ("English", "utf-8"). */
export function languageTag(given: string | undefined): string | undefined {
  const tag = given?.trim().replaceAll("_", "-");
  if (!tag || tag.length > 35) return undefined;
  const valid = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) && !/^(?:und|mul|zxx|xx|utf)(?:-|$)/i.test(tag);
  return valid ? tag : undefined;
}
