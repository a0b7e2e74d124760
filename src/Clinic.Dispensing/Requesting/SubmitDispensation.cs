namespace Clinic.Dispensing.Requesting;

/// <summary>Sends a draft off.</summary>
public sealed record SubmitDispensation : DispensationCommand<DispensationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.submit";
}
