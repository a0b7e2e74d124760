using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>The whole state of a <see cref="StockLevel"/>, as stores keep it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Location">The location.</param>
/// <param name="Presentation">The presentation; once per location.</param>
/// <param name="Minimum">At or below this, more is asked.</param>
/// <param name="Maximum">Up to this; zero asks for nothing.</param>
/// <param name="Pack">The pack in which it is asked; null for the smallest part that may leave.</param>
/// <param name="SetBy">Who set it last.</param>
/// <param name="At">When.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record StockLevelSnapshot(
    StockLevelId Id, LocationId Location, PresentationId Presentation, StockQuantity Minimum, StockQuantity Maximum, string? Pack, PersonId SetBy, Instant At, long Version);
