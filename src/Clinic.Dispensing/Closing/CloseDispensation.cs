namespace Clinic.Dispensing.Closing;

/// <summary>Closes the books: used, returned and wasted must be what was delivered, exactly.</summary>
public sealed record CloseDispensation : DispensationCommand<DispensationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.close";
}
