using Microsoft.AspNetCore.Http;
using Webhooks.Resources.Api;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Applying;
using Webhooks.Sandbox.Decoding;
using Webhooks.Schemas.Decoding;

namespace Webhooks.Sandbox.Requests;

/// <summary>The options of a create, an update or a patch.</summary>
/// <param name="IsDryRun">Whether nothing is to be stored.</param>
/// <param name="FieldManager">Who owns what is written; empty for what the user agent says.</param>
/// <param name="FieldValidation">What becomes of members that do not belong there.</param>
/// <param name="IsForced">Whether an apply takes fields from others.</param>
internal sealed record WriteOptions(bool IsDryRun, string FieldManager, FieldValidation FieldValidation, bool IsForced)
{
    /// <summary>The options of a write that the server makes itself.</summary>
    public static WriteOptions Own { get; } = new(false, "sandbox", FieldValidation.Ignore, false);

    /// <summary>Reads the options of a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="kind"><c>CreateOptions</c>, <c>UpdateOptions</c> or <c>PatchOptions</c>, as errors name them.</param>
    /// <param name="isApply">Whether it is a server-side apply, which needs a manager and may be forced.</param>
    /// <exception cref="StatusException">An option has no such value.</exception>
    public static WriteOptions Read(IQueryCollection query, string kind, bool isApply = false)
    {
        IReadOnlyList<string> dryRun = QueryValues.Texts(query, "dryRun");
        string manager = QueryValues.Text(query, "fieldManager");
        bool isKnown = FieldValidationWord.TryRead(QueryValues.Text(query, "fieldValidation"), out FieldValidation validation, out StatusCause problem);
        bool? force = kind == "PatchOptions" ? QueryValues.OptionalFlag(query, "force") : null;
        List<StatusCause> causes =
        [
            .. kind == "PatchOptions" ? OwnerName.Problems(manager, force, isApply) : OwnerName.Problems(manager),
            .. DryRun.Check(dryRun),
        ];
        if (!isKnown)
        {
            causes.Add(problem);
        }

        return causes.Count == 0
            ? new WriteOptions(dryRun.Count > 0, manager, validation, force == true)
            : throw new StatusException(Status.Invalid(new GroupKind("meta.k8s.io", kind), "", causes));
    }
}
