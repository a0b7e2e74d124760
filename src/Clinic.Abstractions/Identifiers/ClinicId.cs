using System.Diagnostics.CodeAnalysis;

namespace Clinic.Abstractions;

/// <summary>Reading, writing and checking shared by all id structs.</summary>
public static class ClinicId
{
    /// <summary>The UUID as lower-case text with hyphens, 36 characters.</summary>
    public static string Text(Guid value) => value.ToString("D");

    /// <summary>Returns the UUID if it is not empty.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    public static Guid Checked(Guid value, string name) =>
        value == Guid.Empty ? throw new ArgumentException($"{name} must not be empty.", nameof(value)) : value;

    /// <summary>Reads UUID text of the "D" form.</summary>
    /// <exception cref="FormatException">The text is not a UUID, or it is empty.</exception>
    public static TId Parse<TId>(string text)
        where TId : struct, IClinicId<TId> =>
        TryParse(text, out TId id)
            ? id
            : throw new FormatException($"{typeof(TId).Name} must be a UUID that is not empty.");

    /// <summary>Reads UUID text of the "D" form without throwing.</summary>
    public static bool TryParse<TId>([NotNullWhen(true)] string? text, out TId id)
        where TId : struct, IClinicId<TId>
    {
        // The parser of the framework would also take spaces around it.
        if (text is { Length: 36 } && Guid.TryParseExact(text, "D", out var value) && value != Guid.Empty)
        {
            id = TId.From(value);
            return true;
        }

        id = default;
        return false;
    }
}
