namespace Webhooks.Client.Reconciling.Finalizing;

/// <summary>What a finalizer asks for next.</summary>
internal enum FinalizerStep
{
    /// <summary>It is not there, and has to be before anything is done.</summary>
    Add,

    /// <summary>It is there, and the object stays.</summary>
    Work,

    /// <summary>It is there, and the object is to go.</summary>
    CleanUp,

    /// <summary>It is not there, and the object is to go: nothing was done, or all is cleaned up.</summary>
    Nothing,
}
