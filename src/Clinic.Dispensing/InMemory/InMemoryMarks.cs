using System.Globalization;
using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.InMemory;

/// <summary>Marks that sort as text: instant, then id.</summary>
internal static class InMemoryMarks
{
    public static string Of(Instant at, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeMicroseconds():D20}/{id:D}");
}
