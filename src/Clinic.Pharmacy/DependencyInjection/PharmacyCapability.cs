namespace Microsoft.Extensions.DependencyInjection;

/// <summary>A part of the pharmacy that an app switched on; storages create only the tables of those.</summary>
/// <param name="Name">The permanent name, such as <c>pharmacy-sales</c>; also that of its tables in the migration tracker.</param>
public sealed record PharmacyCapability(string Name);
