using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Pods;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>
/// Adds a template's pull policy to a container of the workload's. The API server fills one in for the image that
/// it sees, so a default counts as absent; and a template that brings the image brings the image's default.
/// </summary>
internal sealed class PullPolicyMerge(MergeRun run, MemberMerge members)
{
    private const string Field = "imagePullPolicy";

    /// <summary>Adds the policy.</summary>
    /// <param name="target">The workload's container.</param>
    /// <param name="userImage">Its image; empty when it has none.</param>
    /// <param name="container">The template's container.</param>
    public void Merge(MergeTarget target, string userImage, JsonValue container)
    {
        JsonValue policy = container["imagePullPolicy"u8];
        bool isSaid = !StoredForm.IsAbsent(policy, Shape.Text);
        if (userImage.Length > 0)
        {
            if (isSaid)
            {
                members.MergeValue(target, Field, policy, WithDefaultFor(userImage));
            }

            return;
        }

        JsonValue ofImage = ImagePullPolicy.DefaultFor(container["image"u8].AsString() ?? "");
        MergeWithImage(target, isSaid ? policy : ofImage, ofImage);
    }

    /// <summary>For a container without an image the API server filled in <c>IfNotPresent</c>, whatever image comes.</summary>
    private void MergeWithImage(MergeTarget target, JsonValue policy, JsonValue ofImage)
    {
        JsonValue standing = target.Draft!.Find(Field)?.Source ?? default;
        bool isIfNotPresent = policy.TextEquals("IfNotPresent"u8);
        if (!isIfNotPresent || !standing.TextEquals("IfNotPresent"u8))
        {
            Shape unfilled = ofImage.TextEquals("IfNotPresent"u8) || !isIfNotPresent ? WithDefaultFor("") : Shape.Text;
            members.MergeValue(target, Field, policy, unfilled);
        }
        else if (!ofImage.TextEquals("IfNotPresent"u8))
        {
            // It stands there already, by default; in the manifest that was sent it had to be added.
            string path = ItemPath.Member(target.Path, Field);
            run.Entry.Added.Add(path);
            run.Entry.AddWas(path, standing.ToString());
        }
    }

    private static Shape WithDefaultFor(string image) => Shape.Text with { Default = ImagePullPolicy.DefaultFor(image) };
}
