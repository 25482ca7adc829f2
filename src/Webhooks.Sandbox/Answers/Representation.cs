namespace Webhooks.Sandbox.Answers;

/// <summary>In which form an answer was asked for.</summary>
/// <param name="Form">The object itself, or another view of it.</param>
/// <param name="MetaVersion">The version of <c>meta.k8s.io</c> of another view.</param>
/// <param name="IsYaml">Whether it is YAML instead of JSON.</param>
/// <param name="IsPretty">Whether JSON is indented, whoever asks.</param>
internal readonly record struct Representation(AnswerForm Form, string MetaVersion, bool IsYaml, bool IsPretty = false)
{
    /// <summary>The object itself in JSON.</summary>
    public static Representation Json { get; } = new(AnswerForm.Object, "v1", false);
}
