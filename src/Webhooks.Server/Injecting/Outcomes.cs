using Webhooks.Server.CommandLine;
using Webhooks.Server.Documents;

namespace Webhooks.Server.Injecting;

/// <summary>Reads documents and decides about them.</summary>
internal static class Outcomes
{
    /// <summary>What became of all documents, in their order.</summary>
    /// <param name="files">Files, folders, or <c>-</c>.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="decide">Decides about a document that says something.</param>
    /// <param name="findings">What the documents gave to say.</param>
    /// <exception cref="CommandException">Something can't be read or changed.</exception>
    public static IReadOnlyList<DocumentOutcome> Of(
        IReadOnlyList<string> files, Stream input, Func<SourceDocument, DocumentOutcome> decide, Findings findings)
    {
        List<DocumentOutcome> outcomes = [];
        foreach (SourceFile file in SourceFiles.Read(files, input))
        {
            foreach (SourceDocument document in SourceDocument.Split(file, findings.Problems))
            {
                outcomes.Add(document.Content == null ? DocumentOutcome.Passed(document) : decide(document));
            }
        }

        return findings.Problems.Count == 0 ? outcomes : throw new CommandException(findings.Problems);
    }
}
