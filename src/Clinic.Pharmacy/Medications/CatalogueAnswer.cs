namespace Clinic.Pharmacy.Medications;

/// <summary>The id and version of what was added or changed.</summary>
/// <typeparam name="TId">The kind of id.</typeparam>
/// <param name="Id">The id.</param>
/// <param name="Version">The version now stored; name it at the next change.</param>
public sealed record CatalogueAnswer<TId>(TId Id, long Version);
