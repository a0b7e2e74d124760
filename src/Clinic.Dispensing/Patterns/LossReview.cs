using NodaTime;

namespace Clinic.Dispensing.Patterns;

/// <summary>What a scan of a period found.</summary>
/// <param name="From">The first date.</param>
/// <param name="Through">The last date.</param>
/// <param name="Deliveries">Delivered lots that were looked at.</param>
/// <param name="Patterns">The groups that stand out, the clearest first; empty where nothing does.</param>
public sealed record LossReview(LocalDate From, LocalDate Through, long Deliveries, IReadOnlyList<LossPattern> Patterns);
