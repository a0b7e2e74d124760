using NodaTime;

namespace Clinic.Abstractions;

/// <summary>Collects what one command changes; nothing is written before the commit.</summary>
/// <remarks>Not thread-safe. Stores of another adapter refuse a unit that is not theirs.</remarks>
public interface IUnit
{
    /// <summary>Who does what where.</summary>
    CommandContext Context { get; }

    /// <summary>The instant of this attempt, truncated to microseconds.</summary>
    Instant Now { get; }

    /// <summary>Commits only if the fact still has the version that a guard relied on.</summary>
    void Require(FactKey fact, long version);

    /// <summary>Adds an audit entry to the commit; what cannot be audited does not happen.</summary>
    /// <param name="action">The permanent name of what was done, such as <c>stock.issued</c>.</param>
    /// <param name="subject">What it was done to.</param>
    /// <param name="note">Figures and codes for a reader; no patient data, at most 500 characters.</param>
    void Audit(string action, FactKey subject, string? note = null);

    /// <summary>Adds an event that leaves after the commit, at least once.</summary>
    /// <param name="type">The permanent name, such as <c>pharmacy.lot-recalled</c>.</param>
    /// <param name="json">The content as JSON: ids and figures.</param>
    void Publish(string type, string json);
}
