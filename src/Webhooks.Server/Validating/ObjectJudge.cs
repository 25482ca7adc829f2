using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Users;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Schemas;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Requests;
using Webhooks.Server.CommandLine;

namespace Webhooks.Server.Validating;

/// <summary>Decides about objects as an API server would, and beyond its schema about Users as the webhook would.</summary>
/// <param name="kinds">What is known of kinds.</param>
/// <param name="old">The objects that are there already: these are updated.</param>
/// <param name="validation">What becomes of members that nobody knows, or that stand there twice.</param>
/// <param name="users">The rules of Users.</param>
/// <param name="version">The server's release; <c>null</c>: the one whose answers are known.</param>
internal sealed class ObjectJudge(KnownKinds kinds, OldSources old, FieldValidation validation, UserAdmission users, KubeVersion? version)
{
    private const string Rules = "x-kubernetes-validations apply to it, which are not evaluated here";
    private const int Updated = 200;
    private const int Created = 201;

    /// <summary>What is said of an object.</summary>
    /// <exception cref="CommandException">What it is to replace can't be read.</exception>
    public Judgement Judge(SourceObject source)
    {
        if (source.Kind == DecodeTarget.Definition.Kind)
        {
            return JudgeDefinition(source);
        }

        if (kinds.Find(source.Kind) is { } writes)
        {
            return AsOf(JudgeObject(source, writes), writes.Kind);
        }

        string apiVersion = source.Kind.GroupVersion.ToString();
        return kinds.Has(source.Kind.GroupKind)
            ? Judgement.Refused(source, NoSuchVersion($"no matches for kind {GoString.Quote(source.Kind.Kind)} in version {GoString.Quote(apiVersion)}"))
            : Judgement.Doubtful(source, $"nothing is known of {apiVersion} {source.Kind.Kind}; name its CustomResourceDefinition with --crd");
    }

    private Judgement JudgeDefinition(SourceObject source)
    {
        SourceObject? before = old.Find(source);
        if (before == null)
        {
            return Judged(source, DefinitionWrites.Create(source.Body, validation), isUpdate: false);
        }

        WriteAnswer stored = DefinitionWrites.Create(before.Body, FieldValidation.Ignore);
        return stored.Refusal is { } refusal
            ? throw NotThere(before, refusal)
            : Judged(source, DefinitionWrites.Update(source.Body, stored.Stored, validation), isUpdate: true);
    }

    private Judgement JudgeObject(SourceObject source, CustomResourceWrites writes)
    {
        SourceObject? before = old.Find(source);
        if (before == null)
        {
            WriteAnswer created = writes.Create(source.Body, validation);
            return Judged(source, WithUserRules(source, writes, created, default), isUpdate: false);
        }

        JsonValue stored;
        try
        {
            stored = writes.Store(before.Body);
        }
        catch (RequestRefusedException refused)
        {
            throw NotThere(before, refused.Status);
        }

        WriteAnswer updated = writes.Update(source.Body, stored, validation);
        return Judged(source, WithUserRules(source, writes, updated, stored), isUpdate: true);
    }

    /// <summary>What an older release may answer otherwise is not known.</summary>
    private Judgement AsOf(Judgement judgement, CustomResourceKind kind)
    {
        if (version is not { Major: 1, Minor: < OlderReleases.Judged and var minor })
        {
            return judgement;
        }

        if (judgement.Refusal is { } refusal)
        {
            return OlderReleases.DoubtOf(refusal, minor) is { } lenient
                ? judgement with { Verdict = SchemaAnswer.Unknown, Code = 0, Doubt = $"Kubernetes {version} may take it ({lenient}); 1.36 says: {FieldError.Aggregate(refusal.Details!.Causes)}" }
                : judgement;
        }

        return judgement.Verdict == SchemaAnswer.Valid && judgement.Code == Updated && OlderReleases.DoubtOfUpdate(kind, judgement.Stored, minor) is { } strict
            ? judgement with { Verdict = SchemaAnswer.Unknown, Code = 0, Doubt = $"Kubernetes {version} may refuse it ({strict})" }
            : judgement;
    }

    /// <summary>A User is held to its rules as well; where the schema refuses it, all is told at once.</summary>
    private WriteAnswer WithUserRules(SourceObject source, CustomResourceWrites writes, WriteAnswer answer, JsonValue before)
    {
        if (source.Kind.GroupKind != UserDefinition.Kind || answer.Refusal is { Code: not 422 })
        {
            return answer;
        }

        AdmissionRequest request = source.Manifest.Request with
        {
            Operation = before.IsMissing ? AdmissionOperation.Create : AdmissionOperation.Update,
            Object = answer.Stored.IsMissing ? writes.Store(source.Body) : answer.Stored,
            OldObject = before,
        };
        if (users.Decide(request) is not AdmissionDecision.Denied denied)
        {
            return answer;
        }

        IEnumerable<StatusCause> told = answer.Refusal?.Details?.Causes ?? [];
        Status refusal = answer.Refusal == null
            ? denied.Status
            : Status.Invalid(UserDefinition.Kind, source.Name, told.Concat(denied.Status.Details?.Causes ?? []).Distinct());
        return answer with { Refusal = refusal, Stored = default };
    }

    private static Judgement Judged(SourceObject source, WriteAnswer answer, bool isUpdate) => Judgement.Of(source, answer, isUpdate ? Updated : Created, Rules);

    private static CommandException NotThere(SourceObject before, Status refusal) => new(before.Document.At(
        JudgedPlaces.Of(before, refusal), $"{before.Manifest.Title}: no server has such an object: {refusal.Message}"));

    private static Status NoSuchVersion(string message) =>
        new() { Outcome = StatusOutcome.Failure, Reason = StatusReason.NotFound, Code = 404, Message = message };
}
