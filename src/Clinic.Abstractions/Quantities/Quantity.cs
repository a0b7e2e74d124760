using System.Globalization;
using System.Text.Json.Serialization;

namespace Clinic.Abstractions;

/// <summary>An exact decimal amount of something, with its unit.</summary>
/// <param name="Value">The amount; exact, never rounded by this type.</param>
/// <param name="Unit">The unit; different units never add.</param>
[method: JsonConstructor]
public readonly record struct Quantity(decimal Value, UnitCode Unit)
{
    /// <summary>The sum of two quantities of the same unit.</summary>
    /// <exception cref="UnitMismatchException">The units differ.</exception>
    public static Quantity operator +(Quantity left, Quantity right) => new(left.Value + Same(left, right).Value, left.Unit);

    /// <summary>The difference of two quantities of the same unit.</summary>
    /// <exception cref="UnitMismatchException">The units differ.</exception>
    public static Quantity operator -(Quantity left, Quantity right) => new(left.Value - Same(left, right).Value, left.Unit);

    /// <summary>The sum of two quantities of the same unit.</summary>
    public static Quantity Add(Quantity left, Quantity right) => left + right;

    /// <summary>The difference of two quantities of the same unit.</summary>
    public static Quantity Subtract(Quantity left, Quantity right) => left - right;

    /// <summary>Invariant text such as <c>12.5 mL</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:0.############################} {Unit}");

    private static Quantity Same(Quantity left, Quantity right) =>
        left.Unit == right.Unit ? right : throw new UnitMismatchException(left.Unit, right.Unit);
}
