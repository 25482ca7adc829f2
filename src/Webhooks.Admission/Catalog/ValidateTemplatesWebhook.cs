using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Catalog;

/// <summary>Refuses templates that would not be loaded, before they are stored: ConfigMaps named <c>*-initializer</c> of the own namespace.</summary>
/// <remarks>
/// Generated names end in five characters without vowels, so that none ever ends in <c>-initializer</c>: an object that
/// has only <c>generateName</c> yet is not handled. An immutable ConfigMap is one like others; that its data stay is
/// the API server's to see to.
/// </remarks>
internal sealed class ValidateTemplatesWebhook(InjectionOptions options, TemplatesInForce templates) : Webhook
{
    private const string Valid = "valid";
    private const string Invalid = "template-invalid";
    private const string Unchanged = "unchanged";
    private const string Deleting = "deleting";
    private const string NotHandled = "not-handled";

    /// <summary>How many causes a refusal names; who has more runs <c>webhooks lint</c>.</summary>
    private const int MostCauses = 20;

    /// <summary>How many characters each has at most.</summary>
    private const int MostCharacters = 500;

    private static readonly GroupKind ConfigMap = new("", "ConfigMap");

    public override string Path => "/validate/templates";

    public override AdmissionDecision Decide(AdmissionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (NameOf(request) is not { } name)
        {
            return Allow(NotHandled);
        }

        return request.Operation switch
        {
            AdmissionOperation.Delete => Delete(name),
            AdmissionOperation.Create or AdmissionOperation.Update when request.Object.Kind == JsonKind.Object => Check(request, name),
            _ => Allow(NotHandled),
        };
    }

    /// <summary>The template's name; <c>null</c> for what holds none. Who deletes a whole collection names its objects only in them.</summary>
    private string? NameOf(AdmissionRequest request)
    {
        if (request.SubResource.Length > 0 || request.Kind is not { Group: "", Kind: "ConfigMap" } || request.Namespace != options.OwnNamespace)
        {
            return null;
        }

        JsonValue holder = request.Operation == AdmissionOperation.Delete ? request.OldObject : request.Object;
        string name = request.Name.Length > 0 ? request.Name : holder["metadata"u8]["name"u8].AsString() ?? "";
        return TemplateLoader.NameIn(name);
    }

    private AdmissionDecision.Allowed Delete(string name) => templates.Current.Find(name) == null
        ? Allow(Deleting)
        : Allow(Deleting, $"template {name} stays in force for {RetainedTemplates.Grace.TotalMinutes:0} minutes");

    private AdmissionDecision Check(AdmissionRequest request, string name)
    {
        if (!request.Object["metadata"u8]["deletionTimestamp"u8].IsAbsent)
        {
            return Allow(Deleting);
        }

        SubmittedTemplate submitted = SubmittedTemplate.Read(request.Object, name, options.Annotations.Prefix);
        bool isUnchanged = request.Operation == AdmissionOperation.Update
            && JsonEquality.AreEqual(request.Object["data"u8]["config"u8], request.OldObject["data"u8]["config"u8]);
        return (isUnchanged, submitted.Causes) switch
        {
            (true, []) => Allow(Unchanged),
            (true, [var first, ..]) => Allow(Unchanged, $"template {Warning.Excerpt(name)} is not valid, as before: {first}"),
            (false, []) => Allow(Valid, submitted.Warnings),
            _ => new AdmissionDecision.Denied(Status.Invalid(ConfigMap, name + TemplateLoader.Suffix, Bounded(submitted.Causes))) { Reason = Invalid },
        };
    }

    private static IEnumerable<StatusCause> Bounded(IReadOnlyList<StatusCause> causes)
    {
        int shown = causes.Count <= MostCauses ? causes.Count : MostCauses - 1;
        foreach (StatusCause cause in causes.Take(shown))
        {
            yield return cause with { Message = Warning.Shorten(cause.Message, MostCharacters) };
        }

        if (shown < causes.Count)
        {
            yield return new StatusCause(
                CauseReason.Invalid, $"and {causes.Count - shown} more; webhooks lint shows them all", causes[shown].Field);
        }
    }

    private static AdmissionDecision.Allowed Allow(string reason, params IReadOnlyList<string> warnings) =>
        new() { Reason = reason, Warnings = [.. warnings.Select(Warning.Line)] };
}
