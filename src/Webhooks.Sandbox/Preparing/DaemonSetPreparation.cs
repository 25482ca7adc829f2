using System.Globalization;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Preparing;

/// <summary>What the server does with DaemonSets: an annotation counts the changes of the template.</summary>
internal static class DaemonSetPreparation
{
    private const string Annotation = "deprecated.daemonset.template.generation";

    /// <summary>The first template.</summary>
    public static void OnCreate(JsonDraft set) => set.Child("metadata").Child("annotations").SetText(Annotation, "1");

    /// <summary>One more where the template is another.</summary>
    public static void OnUpdate(JsonDraft set, JsonValue old)
    {
        JsonValue value = set.Freeze(JsonPolicy.Server);
        string before = old["metadata"u8]["annotations"u8][Annotation].AsString() ?? "0";
        long count = long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out long known) ? known : 0;
        bool isSame = JsonEquality.AreEqual(value["spec"u8]["template"u8], old["spec"u8]["template"u8]);
        set.Child("metadata").Child("annotations").SetText(Annotation, (isSame ? count : count + 1).ToString(CultureInfo.InvariantCulture));
    }
}
