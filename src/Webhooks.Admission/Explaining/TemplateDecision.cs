namespace Webhooks.Admission.Explaining;

/// <summary>What was decided about one template for one object.</summary>
public enum TemplateDecision
{
    /// <summary>Its items are added.</summary>
    Inject,

    /// <summary>Nothing is done; into an object that is denied, nothing is injected.</summary>
    Skip,

    /// <summary>The object is denied because of it.</summary>
    Deny,

    /// <summary>What it had added is taken off.</summary>
    Remove,
}
