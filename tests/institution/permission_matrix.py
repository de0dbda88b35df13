"""Who may do what in the backend: every register, verb by verb. A new register without a row here fails its test."""

from institution.enums import Role

WRITING, HEAD, ADMINISTRATION = Role.WRITING, Role.HEAD, Role.ADMINISTRATION

EVERYBODY = frozenset(Role)
NOBODY: frozenset[Role] = frozenset()
EDITORS = frozenset({WRITING, HEAD, ADMINISTRATION})
HEADS = frozenset({HEAD, ADMINISTRATION})
ADMINISTRATORS = frozenset({ADMINISTRATION})
DOORKEEPERS = frozenset({HEAD, ADMINISTRATION, Role.PROTOCOL})
CHOOSERS = frozenset({WRITING, HEAD, ADMINISTRATION, Role.PROTOCOL, Role.PRESS, Role.PLANNING})

REQUESTERS = EDITORS | {Role.UNIT}

Row = dict[str, frozenset[Role]]

# `delete` is of somebody else's published page; `discard` of one's own draft.
PAGE: Row = {
    "add": EDITORS,
    "edit own": EDITORS,
    "edit other": HEADS,
    "publish": HEADS,
    "withdraw": HEADS,
    "discard": EDITORS,
    "delete": HEADS,
}
ONLY_PAGE: Row = PAGE | {"add": NOBODY}  # there is one already, and there may be only one

PAGES: dict[str, Row] = {
    "pages.HomePage": ONLY_PAGE | {"discard": ADMINISTRATORS, "delete": ADMINISTRATORS},  # it has children
    "pages.NewsIndexPage": ONLY_PAGE | {"discard": ADMINISTRATORS, "delete": ADMINISTRATORS},
    "pages.NewsPage": PAGE,
    "pages.CampaignIndexPage": ONLY_PAGE,
    "pages.CampaignPage": PAGE,
    "pages.PublicWorkIndexPage": ONLY_PAGE | {"discard": ADMINISTRATORS, "delete": ADMINISTRATORS},
    "pages.PublicWorkPage": PAGE,
    "pages.EventIndexPage": ONLY_PAGE | {"discard": ADMINISTRATORS, "delete": ADMINISTRATORS},
    "pages.EventPage": PAGE,
    "pages.MaterialIndexPage": ONLY_PAGE | {"discard": ADMINISTRATORS, "delete": ADMINISTRATORS},
    "pages.MaterialPage": PAGE,
    "pages.GuidanceIndexPage": ONLY_PAGE | {"discard": ADMINISTRATORS, "delete": ADMINISTRATORS},  # it has children
    "pages.GuidancePage": PAGE,
    "pages.StandardPage": PAGE,
    "pages.AuthoritiesPage": PAGE,
    "pages.OrganisationPage": PAGE,
    "pages.ContactPage": ONLY_PAGE,
}

KEPT_BY_HEADS: Row = dict.fromkeys(("list", "add", "edit", "delete"), HEADS)
KEPT_BY_ADMINISTRATION: Row = dict.fromkeys(("list", "add", "edit", "delete"), ADMINISTRATORS)

REGISTERS: dict[str, Row] = {
    "institution.OrganicUnit": KEPT_BY_ADMINISTRATION | {"reorder": ADMINISTRATORS},
    "institution.District": KEPT_BY_ADMINISTRATION,
    "institution.DocumentSeries": KEPT_BY_ADMINISTRATION,
    "institution.TermOfGovernment": KEPT_BY_HEADS,
    "institution.RestrictionPeriod": KEPT_BY_HEADS,
    "institution.YearName": KEPT_BY_HEADS,
    "institution.IssuedNumber": {"list": HEADS, "read": HEADS, "void": HEADS},
    # Everybody lists the tasks that they started; the others' are of the heads.
    "institution.LongTask": {"list": EVERYBODY, "read": HEADS, "start again": HEADS},
    "institution.OutgoingMail": {"list": HEADS, "read": HEADS, "retry": HEADS},
    "institution.User": KEPT_BY_ADMINISTRATION,
    "auth.Group": KEPT_BY_ADMINISTRATION,
    "wagtailcore.Site": KEPT_BY_ADMINISTRATION,
    "institution.InstitutionSettings": {"edit": HEADS},
    "headless.AccessToken": dict.fromkeys(("list", "read", "add", "edit", "renew", "revoke key"), HEADS),
    "headless.WebhookSubscription": KEPT_BY_HEADS
    | dict.fromkeys(("read", "send trial", "suspend", "show secret", "change secret", "send the dead"), HEADS),
    "headless.WebhookDelivery": dict.fromkeys(("list", "read", "send again"), HEADS),
    "portal_search.SynonymGroup": {"list": EDITORS, "add": EDITORS, "edit": EDITORS, "delete": HEADS},
    "portal_search.BestBet": {"list": EDITORS, "add": EDITORS, "edit": EDITORS, "delete": HEADS},
    "pages.PortalMenus": {"edit": HEADS},
    "pages.Topic": KEPT_BY_HEADS,
    "pages.NewsPage": {"list": EDITORS},
    "pages.CampaignPage": {"list": EDITORS},
    "pages.PublicWorkPage": {"list": EDITORS, "move": HEADS, "record": HEADS},
    "pages.WorkAdvance": {"list": EDITORS, "read": EDITORS, "correct": HEADS},
    "pages.WorkImport": {"list": HEADS, "read": HEADS, "upload": HEADS, "decide": HEADS},
    "pages.WorkReport": {"list": HEADS, "read": HEADS, "settle": HEADS, "see photo": HEADS},
    "pages.MaterialPage": {"list": EDITORS, "approve": HEADS},
    "pages.EventPage": {"list": EDITORS, "postpone": HEADS, "cancel": HEADS, "confirm": HEADS},
    "pages.EventRegistration": dict.fromkeys(("list", "read", "attendance"), DOORKEEPERS),
    "pages.GuidancePage": {"list": EDITORS},
    "pages.GuidanceOpinion": {"list": EDITORS, "read": EDITORS},
    "pages.Alert": {"list": EDITORS, "add": EDITORS, "edit": EDITORS, "publish": HEADS, "delete": HEADS},
    "pages.DiffusionEntry": {"list": EDITORS, "add": EDITORS, "edit": EDITORS, "delete": HEADS},
    "pages.SocialKit": {
        "list": EDITORS,
        "add": EDITORS,
        "edit": EDITORS,
        "delete": HEADS,
        "write post": EDITORS,
        "approve post": HEADS,
    },
    "pages.ContactMessage": {"list": HEADS, "read": HEADS, "answer": HEADS, "delete": HEADS},
    "pages.ImportRun": {"list": EDITORS, "read": EDITORS},
    "pages.PublicityDecision": {"list": HEADS, "read": HEADS, "report": HEADS},
    "pages.Review": {"list": EDITORS},
    "pages.BrokenLink": {"list": EDITORS},
    "pages.OutsideLink": {"list": EDITORS},
    "pages.Withdrawal": {"list": HEADS, "read": HEADS},
    "pages.PhotoSet": {"list": EDITORS, "add": EDITORS, "edit": EDITORS, "delete": HEADS},
    "pages.UnitRequest": {
        "list": REQUESTERS,
        "ask": REQUESTERS,
        "read": EDITORS,  # the house's request is of another unit than the one of the person with the UNIT role
        "accept": HEADS,
        "assign": HEADS,
        "talk": EDITORS,
        "start": EDITORS,
        "lend request": EDITORS,
        "figures": EDITORS,
    },
    "pages.PreviewLink": {"list": HEADS, "read": HEADS, "lend": HEADS, "revoke": HEADS},
}

# Screens of Wagtail's own that no registry lists.
SCREENS: dict[str, Row] = {
    "image": {
        "list": EDITORS,
        "add": EDITORS,
        "choose": CHOOSERS,
        "edit own": EDITORS,
        "edit other": HEADS,
        "delete": HEADS,
    },
    "document": {
        "list": EDITORS,
        "add": EDITORS,
        "choose": CHOOSERS,
        "edit own": EDITORS,
        "edit other": HEADS,
        "delete": HEADS,
    },
    "redirect": {"list": ADMINISTRATORS, "add": ADMINISTRATORS},
    "workflow": {"list": ADMINISTRATORS, "add": ADMINISTRATORS},
    "task": {"list": ADMINISTRATORS, "add": ADMINISTRATORS},
    "collection": {"list": NOBODY, "add": NOBODY},
    "home": {"list": EVERYBODY},
    "explorer": {"list": EDITORS},
    "report: downloads": {"list": EDITORS},
    "report: searches": {"list": EDITORS},
    "compose bulletin": {"list": EDITORS},
    "report: locked pages": {"list": HEADS},
    "report: workflows": {"list": EDITORS},
    "report: workflow tasks": {"list": EDITORS},
    "report: site history": {"list": EVERYBODY},  # Wagtail lists in it only what each may see
    "report: aging pages": {"list": EDITORS},
    "report: page types": {"list": EDITORS},
}
