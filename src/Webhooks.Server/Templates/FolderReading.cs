using Webhooks.Admission.Templates;

namespace Webhooks.Server.Templates;

/// <summary>What a look into the folder of templates gave.</summary>
/// <param name="Loaded">The templates of the files that could be read.</param>
/// <param name="Failures">What could not be read, and why: one line each. Empty when all was.</param>
internal sealed record FolderReading(LoadedTemplates Loaded, IReadOnlyList<string> Failures);
