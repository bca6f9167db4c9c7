/** The exports of a kernel, given its WebAssembly in base64. Throws where there is no WebAssembly. */
export function kernelOf(base64: string): WebAssembly.Exports {
  const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
}
