using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Requests;
using Webhooks.Server.CommandLine;

namespace Webhooks.Server.Validating;

/// <summary>One run of <c>webhooks check-crd</c>: says of each CustomResourceDefinition whether an API server would take it.</summary>
/// <param name="files">Where they are: files, folders, or <c>-</c>.</param>
/// <param name="validation">What becomes of members that nobody knows, or that stand there twice.</param>
/// <param name="format">How to print.</param>
/// <param name="terminal">Where to read and write.</param>
internal sealed class CheckCrdRun(IReadOnlyList<string> files, FieldValidation validation, JudgementFormat format, Terminal terminal)
{
    private const string Rules = "its x-kubernetes-validations are not compiled here";
    private const int Created = 201;

    /// <returns>The exit code.</returns>
    /// <exception cref="CommandException">A file can't be read, or there is no definition.</exception>
    public int Run()
    {
        List<string> problems = [];
        JudgementReport report = new(format, terminal);
        int others = 0;
        int definitions = 0;
        foreach (SourceObject source in SourceObjects.Read(files, terminal.Input, problems))
        {
            if (source.Kind != DecodeTarget.Definition.Kind)
            {
                others++;
                continue;
            }

            definitions++;
            report.Add(Judgement.Of(source, DefinitionWrites.Create(source.Body, validation), Created, Rules));
        }

        if (definitions == 0 && problems.Count == 0)
        {
            throw new CommandException($"{string.Join(", ", files)}: no CustomResourceDefinition of {DecodeTarget.Definition.ApiVersion} is there");
        }

        if (others > 0)
        {
            terminal.Note($"{others} other object{(others == 1 ? " was" : "s were")} passed over; webhooks validate looks at {(others == 1 ? "it" : "them")}");
        }

        return report.Finish("definition", problems);
    }
}
