using Clinic.Dispensing.Dispensations;

namespace Clinic.Dispensing.Usage;

/// <summary>Confirms that all that is outstanding was given, where each dose need not be entered.</summary>
public sealed record ConfirmAllUsed : DispensationCommand<DispensationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.confirm-all-used";

    /// <summary>The lines' numbers; empty for every line that allows it.</summary>
    public IReadOnlyList<int> Lines { get; init; } = [];

    /// <summary>Where it was given; null means where the dispensation is for.</summary>
    public CareArea? Area { get; init; }
}
