namespace Clinic.Abstractions.Administration;

/// <summary>The id of a site, department or location that was added or changed.</summary>
/// <typeparam name="TId">The kind of id.</typeparam>
/// <param name="Id">The id.</param>
public sealed record PlaceAnswer<TId>(TId Id);
