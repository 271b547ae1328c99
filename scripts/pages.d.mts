export function buildPages(folder: string, version: string): Promise<void>
