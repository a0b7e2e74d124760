using Clinic.Abstractions;
using Clinic.Dispensing.Patterns;
using NodaTime;

namespace Clinic.Benchmarks.Dispensing;

/// <summary>A hospital-year of deliveries, made up one row after the other: nothing is kept.</summary>
internal static class LossRows
{
    private static readonly Instant First = Instant.FromUtc(2025, 1, 1, 0, 0);
    private static readonly Duration Year = Duration.FromDays(365);
    private static readonly UnitCode Unit = new("mL");
    private static readonly decimal[] Remainders = [0.5m, 1, 2.5m, 4, 7.5m, 10];

    /// <summary>The rows, spread evenly over the year; 24 departments, 60 medications and 20 people in each.</summary>
    public static IEnumerable<LossRow> Of(int rows)
    {
        var random = new Random(42);
        for (var i = 0; i < rows; i++)
        {
            var department = random.Next(24);
            var lost = random.Next(6) == 0 ? Remainders[random.Next(Remainders.Length)] : 0;
            yield return new(
                Id(4, i), First + (Year / rows * i), new(Id(1, department)), new(Id(2, (department * 60) + random.Next(60))), Unit,
                new(Id(3, (department * 20) + random.Next(20))), random.Next(1, 5) * 10, lost);
        }
    }

    private static Guid Id(short kind, int number) => new(number, kind, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}
