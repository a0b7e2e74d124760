namespace Clinic.Dispensing.Requesting;

/// <summary>Authorises a request, or an urgent hand-over afterwards.</summary>
public sealed record AuthoriseDispensation : DispensationCommand<DispensationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.authorise";

    /// <summary>The number on the prescription, where the request had none; at most 60 characters.</summary>
    public string? Prescription { get; init; }
}
