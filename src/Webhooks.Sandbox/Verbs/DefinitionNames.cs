using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Verbs;

/// <summary>The names of CustomResourceDefinitions, each of which only one of a group can have.</summary>
/// <remarks>Source: the naming and establishing controllers of k8s.io/apiextensions-apiserver.</remarks>
internal static class DefinitionNames
{
    /// <summary>Accepts what names of a definition are free, and says in its status whether all are.</summary>
    /// <param name="definition">The definition; changed.</param>
    /// <param name="taken">The names that definitions of its group have so far, its own too.</param>
    /// <param name="now">The time.</param>
    /// <returns>Whether anything changed.</returns>
    public static bool Accept(JsonDraft definition, TakenNames taken, DateTimeOffset now)
    {
        JsonValue wanted = definition.Find("spec")!.Find("names")!.Freeze(JsonPolicy.Server);
        JsonDraft status = definition.Child("status");
        JsonValue held = status.FindSource("acceptedNames");
        if (!held.IsAbsent && JsonEquality.AreEqual(held, wanted) && status.FindSource("conditions").Count > 0)
        {
            return false;
        }

        JsonDraft names = new(wanted);
        (string Reason, string Message)? conflict = null;
        Settle("plural", "PluralConflict", taken.HasResource);
        Settle("singular", "SingularConflict", taken.HasResource);
        SettleShort();
        Settle("kind", "KindConflict", taken.HasKind);
        Settle("listKind", "ListKindConflict", taken.HasKind);
        bool changes = held.IsAbsent || !JsonEquality.AreEqual(held, names.Freeze(JsonPolicy.Server));
        status.Set("acceptedNames", names);
        (string reason, string message) = conflict ?? ("NoConflicts", "no conflicts found");
        changes |= Conditions.Set(definition, "NamesAccepted", conflict == null, reason, message, now);
        return Establish(definition, conflict == null, now) || changes;

        void Settle(string member, string reason, Func<string, bool> isTaken)
        {
            string name = wanted[member].AsString() ?? "";
            if (name != (held[member].AsString() ?? "") && isTaken(name))
            {
                conflict = (reason, InUse(name));
                Keep(member);
            }
        }

        void SettleShort()
        {
            HashSet<string> own = [.. Short(held)];
            string[] problems = [.. Short(wanted).Where(name => !own.Contains(name) && taken.HasResource(name)).Select(InUse)];
            if (problems.Length > 0)
            {
                conflict = ("ShortNamesConflict", problems.Length == 1 ? problems[0] : $"[{string.Join(", ", problems)}]");
                Keep("shortNames");
            }
        }

        void Keep(string member)
        {
            JsonValue value = held[member];
            if (!value.IsAbsent)
            {
                names.Set(member, new JsonDraft(value));
            }
            else if (member is "plural" or "kind")
            {
                names.Set(member, Drafts.Text(""));
            }
            else
            {
                names.Remove(member);
            }
        }
    }

    /// <summary>What was established once stays so.</summary>
    private static bool Establish(JsonDraft definition, bool isAccepted, DateTimeOffset now)
    {
        JsonValue known = definition.Find("status")!.Find("conditions")!.Freeze(JsonPolicy.Server).Items()
            .FirstOrDefault(condition => condition["type"u8].TextEquals("Established"u8));
        return !known["status"u8].TextEquals("True"u8) && (isAccepted
            ? Conditions.Set(definition, "Established", true, "InitialNamesAccepted", "the initial names have been accepted", now)
            : Conditions.Set(definition, "Established", false, "NotAccepted", "not all names are accepted", now));
    }

    /// <summary>The short names among a definition's names.</summary>
    public static IEnumerable<string> Short(JsonValue names) => names["shortNames"u8].Items().Select(name => name.AsString() ?? "");

    private static string InUse(string name) => GoString.Quote(name) + " is already in use";
}
