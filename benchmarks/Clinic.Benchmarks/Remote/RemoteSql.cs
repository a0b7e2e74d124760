namespace Clinic.Benchmarks.Remote;

/// <summary>What both sides run: the same texts with the same values.</summary>
internal static class RemoteSql
{
    public const int Rows = 20_000;
    public const int Many = 1_000;
    public const int Readers = 8;
    public const int ReadsEach = 25;
    public const string Insert = "INSERT INTO written (a, b, c, d, e) VALUES (?, ?, ?, ?, ?)";
    public const string Fill = "INSERT INTO kept (a, b, c, d, e) VALUES (?, ?, ?, ?, ?)";
    public const string Point = "SELECT id, a, b, c, d, e FROM kept WHERE id = ?";
    public const string Select = "SELECT id, a, b, c, d, e FROM kept LIMIT 1000";
    public const string A = "text of a row";
    public const double C = 1.5;
    public const string D = "2027-03-31";
    public const string E = "more text";

    public const string Tables = """
        CREATE TABLE kept (id INTEGER PRIMARY KEY, a TEXT, b INTEGER, c REAL, d TEXT, e TEXT);
        CREATE TABLE written (id INTEGER PRIMARY KEY, a TEXT, b INTEGER, c REAL, d TEXT, e TEXT)
        """;

    public static object ForOthers(string url) => new
    {
        url,
        texts = new { insert = Insert, point = Point, select = Select },
        values = new object[] { A, C, D, E },
        rows = Rows,
        many = Many,
        readers = Readers,
        reads = ReadsEach,
    };
}
