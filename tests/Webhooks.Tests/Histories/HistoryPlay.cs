using System.Globalization;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;
using Webhooks.Shared.Golden;

namespace Webhooks.Tests.Histories;

/// <summary>Plays a history: each request is decided by the library, as the webhook would, against what stands by then.</summary>
internal sealed class HistoryPlay
{
    private readonly GoldenCase _folder;
    private readonly CaseSettings _settings;
    private readonly Dictionary<int, JsonValue> _stood = [];
    private string _templateFolder;
    private LoadedTemplates _templates;
    private JsonValue _standing;

    private HistoryPlay(HistoryCase history)
    {
        _folder = new GoldenCase(history.Name, history.Folder);
        _settings = CaseSettings.Of(_folder);
        _templateFolder = history.Templates;
        _templates = Load();
    }

    /// <summary>The requests of a history, decided.</summary>
    public static IReadOnlyList<PlayedStep> Of(HistoryCase history)
    {
        HistoryPlay play = new(history);
        return [.. history.Steps.Select(play.Next).OfType<PlayedStep>()];
    }

    /// <summary>Decides about a request as the webhook would.</summary>
    public static PlayedStep Decide(CaseSettings settings, HistoryStep step, AdmissionRequest request, string templateFolder, LoadedTemplates templates) =>
        new(step, request, templateFolder, templates, new Injector(settings.Options).Decide(request, templates.Templates, settings.NamespaceOptsIn));

    private PlayedStep? Next(HistoryStep step)
    {
        PlayedStep? played = null;
        if (step.Kind == StepKind.Templates)
        {
            _templateFolder = step.Path;
            _templates = Load();
        }
        else if (step.Kind == StepKind.Silent)
        {
            _standing = WorkloadPatch.Apply(Read(step), _standing);
        }
        else
        {
            played = Decide(_settings, step, Request(step), _templateFolder, _templates);
            if (!played.IsRefused && step.Kind != StepKind.Pod)
            {
                _standing = played.Result;
            }
        }

        _stood[step.Number] = _standing;
        return played;
    }

    private AdmissionRequest Request(HistoryStep step)
    {
        if (step.Kind == StepKind.Pod)
        {
            return Workloads.Creation(WorkloadPatch.Apply(Read(step), Workloads.Pod(_standing)));
        }

        AdmissionRequest request = Workloads.Creation(step.Kind switch
        {
            StepKind.Whole => Read(step),
            StepKind.Patch => WorkloadPatch.Apply(Read(step), _standing),
            StepKind.Undo => Workloads.Undo(_standing, Earlier(step)),
            _ => Earlier(step),
        });
        return _standing.IsMissing ? request : request with { Operation = AdmissionOperation.Update, OldObject = _standing };
    }

    private JsonValue Earlier(HistoryStep step) => _stood[int.Parse(File.ReadAllText(step.Path), CultureInfo.InvariantCulture)];

    private static JsonValue Read(HistoryStep step) => YamlReader.ReadSingle(File.ReadAllBytes(step.Path)).Root;

    private LoadedTemplates Load() => TemplateLoader.Load(CaseFiles.In(_folder, _templateFolder), _settings.Options.Annotations.Prefix);
}
