namespace Clinic.Dispensing.Usage;

/// <summary>Says that the ward has finished; the books can be reconciled.</summary>
public sealed record FinishUse : DispensationCommand<DispensationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.finish-use";
}
