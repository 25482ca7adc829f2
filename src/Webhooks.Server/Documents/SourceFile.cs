namespace Webhooks.Server.Documents;

/// <summary>A file that was read, or standard input.</summary>
/// <param name="Name">Its path as given, for messages; <c>stdin</c> for standard input.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record SourceFile(string Name, byte[] Content);
