using Webhooks.Resources.Api;

namespace Webhooks.Admission.Users;

/// <summary>Something that the schema can't say and Users are held to. Stateless.</summary>
internal abstract class UserRule
{
    /// <summary>What metrics, log lines and the documentation call it: <c>quota-key</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What breaking it is: Invalid (422), Forbidden (403) or Conflict (409).</summary>
    public abstract StatusReason Reason { get; }

    /// <summary>What is wrong with what breaks it, in words that stand in every cause.</summary>
    public abstract string Message { get; }

    /// <summary>Where it is explained.</summary>
    public string Page => $"docs/users.md#{Name}";

    /// <summary>Adds a cause for each thing that breaks the rule and did not before.</summary>
    public abstract void Check(UserChange change, List<StatusCause> causes);

    /// <summary>What a cause says: in kubectl it may stand alone, so it tells where to read on.</summary>
    /// <param name="what">What is wrong just here; empty: the message says it all.</param>
    protected string Explain(string what = "") => $"{Message}{(what.Length > 0 ? ": " : "")}{what} ({Page})";
}
