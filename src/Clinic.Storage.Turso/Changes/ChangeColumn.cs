namespace Clinic.Storage.Turso;

/// <summary>A column of a followed table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="KeyPlace">Its place in the primary key from 1, or 0.</param>
internal sealed record ChangeColumn(string Name, int KeyPlace);
