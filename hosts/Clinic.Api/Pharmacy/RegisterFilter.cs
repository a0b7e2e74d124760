using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Pharmacy.Register;

namespace Clinic.Api.Pharmacy;

/// <summary>Which part of the register is asked for.</summary>
/// <param name="From">The period begins here.</param>
/// <param name="Until">The period ends before; at most 366 days later.</param>
/// <param name="Location">At one location.</param>
/// <param name="Presentation">Of one presentation.</param>
/// <param name="Lot">Of one lot.</param>
/// <param name="UnwitnessedOnly">Only what was handed out by one person alone.</param>
public readonly record struct RegisterFilter(Moment From, Moment Until, LocationId? Location, PresentationId? Presentation, LotId? Lot, bool? UnwitnessedOnly)
{
    internal RegisterQuery Query => new(From.Value, Until.Value, Location, Presentation, Lot, UnwitnessedOnly == true);
}
