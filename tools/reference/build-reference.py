#!/usr/bin/env python3
"""Writes the embedded reference lists, src/Domain/Reference/Data/*.json, from a folder of source data.

    python3 tools/reference/build-reference.py <folder>

The folder holds:

    sdg/sdg-goals.json, sdg-targets.json, sdg-indicators.json
        UN global indicator framework after the 2025 review (A/RES/71/313, annex); translations from
        open-sdg/sdg-translations (MIT), kept by a community: an indicator says how current its own are.
    countries/countries.json, countries/m49-regions.json
        ISO 3166-1 from iso-codes (LGPL); M49 regions and LDC/LLDC/SIDS from datasets/country-codes (PDDL);
        names in six languages from i18n-iso-countries (MIT); income groups FY2025 from the World Bank (CC BY 4.0).
    iati/codelists/OrganisationType.xml, Currency.xml (ISO 4217)
        IATI Standard 2.03 (http://iatistandard.org/), CC BY 4.0.

One record is one line, in natural order, so that a change of the source is a readable diff. What is unknown is null; a missing translation is left out.
"""
import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

TARGET = Path(__file__).resolve().parents[2] / "src" / "Domain" / "Reference" / "Data"
LANGUAGES = ["en", "fr", "es", "ar", "ru", "zh"]
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

# ISO turns these names around ("Korea, Republic of"); here people read the name the United Nations use.
NAMED_BY_UN = {"BO", "CD", "FM", "IR", "KP", "KR", "MD", "PS", "TZ", "US", "VE", "VG", "VI"}

INCOME_GROUPS = {"LIC": "low", "LMC": "lowerMiddle", "UMC": "upperMiddle", "HIC": "high"}


def main(source):
    write("goals", [
        {
            "number": goal["number"],
            "color": goal["color"],
            "shortTitle": text(goal["shortTitle"]),
            "title": text(goal["titles"]),
        }
        for goal in read(source / "sdg" / "sdg-goals.json")
    ], by="number")

    write("targets", [
        {"code": target["code"], "goal": target["goal"], "kind": target["kind"], "title": text(target["titles"])}
        for target in read(source / "sdg" / "sdg-targets.json")
    ])

    write("indicators", [
        {
            "code": indicator["code"],
            "target": indicator["target"],
            "goal": indicator["goal"],
            "unsdCode": indicator["unsdCode"],
            "repeatedAs": sorted(indicator["repeatedAs"], key=natural),
            "translationStatus": indicator["translationStatus"],
            "title": text(indicator["titles"]),
        }
        for indicator in read(source / "sdg" / "sdg-indicators.json")
    ])

    write("countries", [country(row) for row in read(source / "countries" / "countries.json")], by="alpha2")
    write("regions", read(source / "countries" / "m49-regions.json"))
    write("organizationTypes", list(organization_types(source / "iati" / "codelists" / "OrganisationType.xml")))
    write("currencies", list(currencies(source / "iati" / "codelists" / "Currency.xml")))


def country(row):
    english = row["unName"] if row["alpha2"] in NAMED_BY_UN else row["isoName"]
    return {
        "alpha2": row["alpha2"],
        "alpha3": row["alpha3"],
        "numeric": row["numeric"],
        "name": text({**row["names"], "en": english}),
        "officialName": row["isoOfficialName"],
        "regionCode": row["regionCode"],
        "subRegionCode": row["subRegionCode"],
        "intermediateRegionCode": row["intermediateRegionCode"],
        "isLdc": row["ldc"],
        "isLldc": row["lldc"],
        "isSids": row["sids"],
        "incomeGroup": INCOME_GROUPS[row["wbIncomeCode"]] if row["wbIncomeCode"] else None,
    }


def organization_types(file):
    for item in ElementTree.parse(file).iter("codelist-item"):
        yield {
            "code": item.findtext("code"),
            "name": narratives(item.find("name")),
            "description": narratives(item.find("description")),
        }


def currencies(file):
    for item in ElementTree.parse(file).iter("codelist-item"):
        if item.get("status") != "withdrawn":
            yield {"code": item.findtext("code"), "name": item.findtext("name/narrative")}


def narratives(element):
    if element is None:
        return None
    return text({n.get(XML_LANGUAGE, "en"): n.text for n in element.iter("narrative")})


def text(translations):
    return {language: translations[language] for language in LANGUAGES if translations.get(language)}


def natural(code):
    """1.2 before 1.10, and the lettered means of implementation (1.a) after the numbers."""
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in re.split(r"\.", str(code))]


def read(file):
    return json.loads(file.read_text(encoding="utf-8"))


def write(name, records, by="code"):
    lines = [
        json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        for record in sorted(records, key=lambda record: natural(record[by]))
    ]
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / f"{name}.json").write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8", newline="\n")
    print(f"{name}.json: {len(lines)} records")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
