using System.Globalization;
using NodaTime;

namespace Clinic.Abstractions.Conversations;

/// <summary>The place of an entry in the order of the log, for adapters.</summary>
/// <param name="At">When it was said.</param>
/// <param name="Id">Its id.</param>
public sealed record ConversationMark(Instant At, ConversationId Id)
{
    /// <summary>The mark of an entry as text.</summary>
    public static string Of(ConversationEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return string.Create(CultureInfo.InvariantCulture, $"{entry.At.ToUnixTimeMicroseconds()}_{entry.Id}");
    }

    /// <summary>Reads a mark that an earlier page gave.</summary>
    /// <exception cref="FormatException">The text is no mark.</exception>
    public static ConversationMark Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('_');
        if (parts.Length != 2) throw new FormatException("The mark of a page was changed.");
        var at = long.Parse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return new(InstantExtensions.FromUnixTimeMicroseconds(at), ConversationId.Parse(parts[1]));
    }

    /// <summary>A certainty as a whole number of thousandths, which stores can sum.</summary>
    public static long Thousandths(decimal confidence) => (long)decimal.Round(confidence * 1000m, MidpointRounding.AwayFromZero);

    /// <summary>The mean of certainties from the sum of their thousandths.</summary>
    public static decimal Mean(long thousandths, long entries) =>
        entries == 0 ? 0m : decimal.Round((decimal)thousandths / entries / 1000m, 3, MidpointRounding.AwayFromZero);

    /// <summary>Whether an entry comes after this place.</summary>
    public bool IsBefore(ConversationEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.At > At || (entry.At == At && string.CompareOrdinal(entry.Id.ToString(), Id.ToString()) > 0);
    }
}
