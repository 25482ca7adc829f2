namespace Webhooks.Admission.Explaining;

/// <summary>Where something stands that says whether a template is wanted.</summary>
public enum AskerPlace
{
    /// <summary>In the annotations of the object.</summary>
    Object,

    /// <summary>In the annotations of a workload's pod template.</summary>
    PodTemplate,

    /// <summary>In the labels of the namespace; the template says that it is for all such.</summary>
    Namespace,

    /// <summary>Nowhere any more: only the status annotation knows the template.</summary>
    Status,
}
