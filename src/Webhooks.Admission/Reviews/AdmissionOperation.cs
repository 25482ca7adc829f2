namespace Webhooks.Admission.Reviews;

/// <summary>What is being done to an object.</summary>
public enum AdmissionOperation
{
    /// <summary>It is created.</summary>
    Create,

    /// <summary>It is changed.</summary>
    Update,

    /// <summary>It is deleted.</summary>
    Delete,

    /// <summary>A connection to it is made: exec, proxy.</summary>
    Connect,
}
