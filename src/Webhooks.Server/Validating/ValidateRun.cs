using Webhooks.Admission.Injection;
using Webhooks.Admission.Users;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Requests;
using Webhooks.Server.CommandLine;

namespace Webhooks.Server.Validating;

/// <summary>One run of <c>webhooks validate</c>: reads everything, says of each object whether an API server would take it.</summary>
/// <param name="settings">What was asked for.</param>
/// <param name="terminal">Where to read and write.</param>
internal sealed class ValidateRun(ValidateSettings settings, Terminal terminal)
{
    private static readonly KubeVersion KnownRelease = new(1, OlderReleases.Judged);

    /// <returns>The exit code.</returns>
    /// <exception cref="CommandException">A file can't be read, or a definition is none.</exception>
    public int Run()
    {
        List<string> problems = [];
        KnownKinds kinds = new();
        AddDefinitions(kinds);
        List<SourceObject> sources = [.. SourceObjects.Read(settings.Files, terminal.Input, problems)];

        // Files may bring objects before the definition that says what they are.
        foreach (SourceObject source in sources.Where(source => source.Kind == DecodeTarget.Definition.Kind))
        {
            if (DefinitionWrites.Create(source.Body, FieldValidation.Ignore) is { Refusal: null } answer)
            {
                kinds.Add(answer.Stored);
            }
        }

        ObjectJudge judge = new(kinds, OldSources.Read(settings.Old, terminal), settings.Validation, new UserAdmission(settings.Users), settings.Version);
        JudgementReport report = new(settings.Format, terminal);
        foreach (SourceObject source in sources)
        {
            report.Add(judge.Judge(source));
        }

        NoteRelease(sources);
        return report.Finish("object", problems);
    }

    private void NoteRelease(List<SourceObject> sources)
    {
        if (settings.Version is not { } version || version == KnownRelease)
        {
            return;
        }

        if (version.IsAtLeast(KnownRelease))
        {
            terminal.Note($"the answers are those of Kubernetes {KnownRelease}; what {version} does otherwise is not known here");
        }
        else if (sources.Any(source => source.Kind == DecodeTarget.Definition.Kind))
        {
            terminal.Note($"CustomResourceDefinitions are judged as by Kubernetes {KnownRelease}; --kube-version is for their objects");
        }
    }

    private void AddDefinitions(KnownKinds kinds)
    {
        List<string> problems = [];
        foreach (SourceObject source in SourceObjects.Read(settings.Definitions, terminal.Input, problems))
        {
            if (source.Kind != DecodeTarget.Definition.Kind)
            {
                problems.Add(source.Document.At(source.PositionOf(""), $"{source.Manifest.Title}: --crd takes CustomResourceDefinitions of {DecodeTarget.Definition.ApiVersion}; objects are named by -f"));
                continue;
            }

            WriteAnswer answer = DefinitionWrites.Create(source.Body, FieldValidation.Ignore);
            if (answer.Refusal is { } refusal)
            {
                problems.Add(source.Document.At(JudgedPlaces.Of(source, refusal), $"{refusal.Message}; webhooks check-crd says all that is wrong with it"));
            }
            else
            {
                kinds.Add(answer.Stored);
            }
        }

        if (problems.Count > 0)
        {
            throw new CommandException(problems);
        }
    }
}
