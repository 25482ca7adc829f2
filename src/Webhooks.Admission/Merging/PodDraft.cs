namespace Webhooks.Admission.Merging;

/// <summary>A pod template that is being changed.</summary>
/// <param name="Recorder">Writes down what is added to it.</param>
/// <param name="Template">The object that holds the pod's <c>metadata</c> and <c>spec</c>.</param>
internal sealed record PodDraft(PatchRecorder Recorder, Place Template);
