namespace Clinic.Spoken;

/// <summary>How well the words said fit a name.</summary>
internal enum NameFit
{
    None,

    /// <summary>One letter is off in long words; never certain.</summary>
    Near,

    /// <summary>The words are in the name, but too few to be sure.</summary>
    Partial,

    /// <summary>The words name it.</summary>
    Exact,
}
