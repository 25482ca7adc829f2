namespace Webhooks.Admission.Templates;

/// <summary>A file that may hold templates.</summary>
/// <param name="Path">Its path, for messages; its name without extension names a bare template.</param>
/// <param name="Content">Its bytes.</param>
public sealed record TemplateFile(string Path, ReadOnlyMemory<byte> Content);
