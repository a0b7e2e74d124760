using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Transfers;

namespace Clinic.Api.Pharmacy;

/// <summary>Which movements are asked for; every part that is missing takes all.</summary>
/// <param name="Presentation">Of one presentation.</param>
/// <param name="Lot">Of one lot.</param>
/// <param name="Location">At one location.</param>
/// <param name="Kind">Of one kind.</param>
/// <param name="Transfer">Of one transfer.</param>
/// <param name="Patient">To one patient.</param>
/// <param name="From">Occurred at or after.</param>
/// <param name="Until">Occurred before.</param>
public readonly record struct MovementFilter(
    PresentationId? Presentation, LotId? Lot, LocationId? Location, Word<MovementKind>? Kind, TransferId? Transfer, PatientId? Patient, Moment? From, Moment? Until)
{
    internal MovementQuery Query => new()
    {
        Presentation = Presentation,
        Lot = Lot,
        Location = Location,
        Kind = Kind?.Value,
        Transfer = Transfer,
        Patient = Patient,
        From = From?.Value,
        Until = Until?.Value,
    };
}
