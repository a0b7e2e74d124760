namespace Clinic.Dispensing.Preparing;

/// <summary>Goes on with a paused preparation; what is no longer kept aside is kept aside anew.</summary>
public sealed record ResumePreparation : DispensationCommand<PreparationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.resume";

    /// <summary>Whether less than before may be prepared.</summary>
    public bool MayBePartial { get; init; }

    /// <summary>Why lots that do not outlast the treatment are taken; null refuses them.</summary>
    public string? OverrideReason { get; init; }
}
